# Recorded from CPython 3.11.7.
# Documents of TOML, and time zones with their summer time.
import datetime
import tomllib
import zoneinfo

print(tomllib.loads("""
title = "T\\u00e9st"
[owner]
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
ports = [ 8000, 0x1F, 1_000, ] # a comment
point = { x = 1, y.z = 2.5e3 }
[[fruit]]
name = 'apple'
[[fruit]]
text = '''
a
b'''
"""))
for text in ("a = 1\na = 2", "[a]\n[a]", "a = ", "a = [1,", "a", "x = {a=1, a=2}", 'a = "\\q"', "a = 01", "a=1 b=2", 'a = "x'):
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(error)
berlin, york = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("America/New_York")
for moment in (datetime.datetime(2024, 3, 31, 2, 30), datetime.datetime(2024, 10, 27, 2, 30), datetime.datetime(2060, 7, 1)):
    for fold in (0, 1):
        shown = moment.replace(tzinfo=berlin, fold=fold)
        print(shown, shown.tzname(), shown.dst(), shown.astimezone(datetime.timezone.utc), shown.astimezone(york))
print(datetime.datetime(2024, 10, 27, 1, 30, tzinfo=datetime.timezone.utc).astimezone(berlin).fold, repr(berlin), berlin)
for key in ("No/Zone", "../x", "/etc"):
    try:
        zoneinfo.ZoneInfo(key)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(zoneinfo.ZoneInfo("Europe/Berlin") is berlin, zoneinfo.ZoneInfo.no_cache("UTC") == zoneinfo.ZoneInfo("UTC"))
# expect: {'title': 'Tést', 'owner': {'dob': datetime.datetime(1979, 5, 27, 7, 32, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=57600))), 'day': datetime.date(1979, 5, 27), 'ports': [8000, 31, 1000], 'point': {'x': 1, 'y': {'z': 2500.0}}}, 'fruit': [{'name': 'apple'}, {'text': 'a\nb'}]}
# expect: Cannot overwrite a value (at end of document)
# expect: Cannot declare ('a',) twice (at line 2, column 3)
# expect: Invalid value (at end of document)
# expect: Invalid value (at end of document)
# expect: Expected '=' after a key in a key/value pair (at end of document)
# expect: Duplicate inline table key 'a' (at line 1, column 14)
# expect: Unescaped '\' in a string (at line 1, column 8)
# expect: Expected newline or end of document after a statement (at line 1, column 6)
# expect: Expected newline or end of document after a statement (at line 1, column 5)
# expect: Unterminated string (at end of document)
# expect: 2024-03-31 02:30:00+01:00 CET 0:00:00 2024-03-31 01:30:00+00:00 2024-03-30 21:30:00-04:00
# expect: 2024-03-31 02:30:00+02:00 CEST 1:00:00 2024-03-31 00:30:00+00:00 2024-03-30 20:30:00-04:00
# expect: 2024-10-27 02:30:00+02:00 CEST 1:00:00 2024-10-27 00:30:00+00:00 2024-10-26 20:30:00-04:00
# expect: 2024-10-27 02:30:00+01:00 CET 0:00:00 2024-10-27 01:30:00+00:00 2024-10-26 21:30:00-04:00
# expect: 2060-07-01 00:00:00+02:00 CEST 1:00:00 2060-06-30 22:00:00+00:00 2060-06-30 18:00:00-04:00
# expect: 2060-07-01 00:00:00+02:00 CEST 1:00:00 2060-06-30 22:00:00+00:00 2060-06-30 18:00:00-04:00
# expect: 1 zoneinfo.ZoneInfo(key='Europe/Berlin') Europe/Berlin
# expect: ZoneInfoNotFoundError 'No time zone found with key No/Zone'
# expect: ValueError ZoneInfo keys must refer to subdirectories of TZPATH, got: ../x
# expect: ValueError ZoneInfo keys may not be absolute paths, got: /etc
# expect: True False
