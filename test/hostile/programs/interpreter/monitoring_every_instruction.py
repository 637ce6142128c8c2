# Watches every instruction of every function, the runner's too, and raises in them.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys


def raising(*event):
    raise MemoryError


print('before')
events = sys.monitoring.events
sys.monitoring.use_tool_id(0, 'saboteur')
for event in (events.PY_START, events.CALL, events.LINE, events.INSTRUCTION, events.PY_RETURN):
    sys.monitoring.register_callback(0, event, raising)
sys.monitoring.set_events(
    0, events.PY_START | events.CALL | events.LINE | events.INSTRUCTION | events.PY_RETURN
)
