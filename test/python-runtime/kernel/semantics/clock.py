"""Time and the calendar, in UTC."""

import datetime
import time

from support import failure

LEAP_DAY = 951_782_400


def test_the_calendar_holds_in_all_directions() -> None:
    assert time.gmtime(LEAP_DAY)[:8] == (2000, 2, 29, 0, 0, 0, 1, 60)
    assert time.gmtime(-1)[:8] == (1969, 12, 31, 23, 59, 59, 2, 365)
    assert time.gmtime(-62_135_596_800)[:8] == (1, 1, 1, 0, 0, 0, 0, 1)
    assert time.gmtime(-62_135_596_801)[:8] == (0, 12, 31, 23, 59, 59, 6, 366)
    assert time.gmtime(253_402_300_800)[:8] == (10_000, 1, 1, 0, 0, 0, 5, 1)
    assert time.gmtime(67_767_976_233_532_799).tm_year == 2_147_483_647


def test_local_time_is_universal_time() -> None:
    assert time.localtime(LEAP_DAY) == time.gmtime(LEAP_DAY)
    assert time.localtime(LEAP_DAY).tm_gmtoff == 0
    assert time.timezone == 0
    assert time.tzname[0] == 'UTC'


def test_fields_out_of_range_are_brought_into_it() -> None:
    def seconds(*date: int) -> float:
        return time.mktime((*date, 0, 0, -1))

    assert seconds(2000, 2, 29, 0, 0, 0) == LEAP_DAY
    assert seconds(2000, 1, 60, 0, 0, 0) == LEAP_DAY
    assert seconds(1999, 14, 29, 0, 0, 0) == LEAP_DAY
    assert seconds(2001, -10, 29, 0, 0, 0) == LEAP_DAY
    assert seconds(2000, 2, 28, 23, 59, 60) == LEAP_DAY
    assert seconds(1969, 12, 31, 23, 59, 59) == -1
    assert seconds(99, 1, 1, 0, 0, 0) == -59_042_995_200


def test_dates_go_from_the_first_year_to_the_last() -> None:
    for date in (
        datetime.datetime(1, 1, 2),
        datetime.datetime(50, 6, 1),
        datetime.datetime(9999, 12, 30),
    ):
        assert datetime.datetime.fromtimestamp(date.timestamp()) == date
    try:
        told = str(datetime.datetime.fromtimestamp(1e14))
    except ValueError as error:
        told = str(error)
    assert '3170843' in told


def test_clocks_go_forward() -> None:
    before = time.monotonic(), time.time()
    time.sleep(0.02)
    assert time.monotonic() >= before[0] + 0.01
    assert time.time() >= before[1]
    assert time.get_clock_info('monotonic').resolution <= 0.001
    assert failure(time.clock_gettime, 77) == 'EINVAL'
