#> 2024-03-10T12:00:00-04:00 2024-03-11 01:00:00+09:00 Saturday 09 March
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
moment = datetime(2024, 3, 10, 12, tzinfo=ZoneInfo('America/New_York'))
print(moment.isoformat(), moment.astimezone(ZoneInfo('Asia/Tokyo')), (moment - timedelta(days=1)).strftime('%A %d %B'))
