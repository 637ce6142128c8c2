#: attached {"log.jsonl": "{\"level\": \"info\"}\n{\"level\": \"error\"}\n{\"level\": \"info\"}\n"}
#> {"error": 1, "info": 2}
import json
records = [json.loads(line) for line in open('log.jsonl')]
levels = {}
for record in records:
    levels[record['level']] = levels.get(record['level'], 0) + 1
print(json.dumps(levels, sort_keys=True))
