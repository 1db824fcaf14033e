"""`python -m calendar`: prints a calendar."""
import argparse
import calendar
import datetime
import sys


def main():
    parser = argparse.ArgumentParser(prog="calendar.py")
    texts, pages = parser.add_argument_group("text only arguments"), parser.add_argument_group("html only arguments")
    for short, name, value, text in (("-w", "--width", 2, "width of a day's column"), ("-l", "--lines", 1, "lines for each week"),
                                     ("-s", "--spacing", 6, "columns between months"), ("-m", "--months", 3, "months side by side")):
        texts.add_argument(short, name, type=int, default=value, help=f"{text} (default {value})")
    pages.add_argument("-c", "--css", default="calendar.css", help="style sheet of the page")
    parser.add_argument("-L", "--locale", help="language of the names of months and days")
    parser.add_argument("-e", "--encoding", help="encoding of the output")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="what is written")
    parser.add_argument("year", nargs="?", type=int, help="a year from 1 to 9999")
    parser.add_argument("month", nargs="?", type=int, help="a month from 1 to 12, of text")
    options = parser.parse_args()
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    names = (options.locale, options.encoding) if options.locale else None
    year = options.year or datetime.date.today().year
    if options.type == "html":
        if options.month:
            parser.error("incorrect number of arguments")
        made = calendar.LocaleHTMLCalendar(locale=names) if names else calendar.HTMLCalendar()
        sys.stdout.buffer.write(made.formatyearpage(year, css=options.css, encoding=options.encoding or sys.getdefaultencoding()))
        return
    made = calendar.LocaleTextCalendar(locale=names) if names else calendar.TextCalendar()
    if options.month is None:
        text = made.formatyear(year, options.width, options.lines, options.spacing, options.months)
    else:
        text = made.formatmonth(year, options.month, options.width, options.lines)
    if options.encoding:
        sys.stdout.buffer.write(text.encode(options.encoding))
    else:
        sys.stdout.write(text)
