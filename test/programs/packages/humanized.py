#> 1,234,567 3.5 MB 12.4 million 3rd
#> 1 year, 1 month 1 day, 1 hour and 3 minutes
import datetime as dt
import humanize
print(humanize.intcomma(1234567), humanize.naturalsize(3_500_000), humanize.intword(12_400_000), humanize.ordinal(3))
print(humanize.naturaldelta(dt.timedelta(days=400)), humanize.precisedelta(dt.timedelta(hours=25, minutes=3)))
