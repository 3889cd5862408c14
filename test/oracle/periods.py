"""Periods of the calendar and the parts that they fall into."""

from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
MONTHS_OF = {'years': 12, 'halves': 6, 'quarters': 3, 'months': 1}


class Span(NamedTuple):
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, other: 'Span') -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: 'Span') -> bool:
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return written_as(self)


def month(year: int, number: int, length: int = 1) -> Span:
    """So many months from a month on; numbers beyond 12 run on into the next years."""
    first = number - 1 + 12 * year
    after = first + length
    return Span(date(first // 12, first % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - DAY)


def moved(span: Span, months: int) -> Span:
    """As many months of the calendar, so much later."""
    return month(0, month_number(span.first) + 1 + months, whole_months(span))


def before(span: Span) -> Span | None:
    """The month, quarter or half that ends the day before; a year has only the same one of last year."""
    length = whole_months(span)
    return moved(span, -length) if length < 12 else None


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def whole_months(span: Span) -> int | None:
    """How many months of the calendar the span is made of; None where it begins or ends inside one."""
    if span.first.day != 1 or (span.last + DAY).day != 1:
        return None
    return month_number(span.last) - month_number(span.first) + 1


def split(span: Span, unit: str) -> list[Span] | None:
    """The span in years, halves, quarters or months of the calendar, or in days; None where it does not fall into them."""
    if unit == 'days':
        return [Span(span.first + i * DAY, span.first + i * DAY) for i in range(span.days)]
    size, months = MONTHS_OF[unit], whole_months(span)
    start = month_number(span.first)
    if months is None or months % size or start % size:
        return None
    return [month(0, start + i + 1, size) for i in range(0, months, size)]


def largest_unit(spans: list[Span]) -> str:
    return next(unit for unit in (*MONTHS_OF, 'days') if all(split(span, unit) for span in spans))


def tiles(span: Span, pieces: list[Span]) -> bool:
    """Whether the pieces cover the span without a gap and without an overlap."""
    day = span.first
    for piece in sorted(pieces):
        if piece.first != day:
            return False
        day = piece.last + DAY
    return day == span.last + DAY


def parse(text: str) -> Span:
    if '/' in text:
        first, last = text.split('/')
        return Span(parse(first).first, parse(last).last)
    year, _, part = text.partition('-')
    if not part:
        return month(int(year), 1, 12)
    if part[0] == 'H':
        return month(int(year), 6 * int(part[1]) - 5, 6)
    if part[0] == 'Q':
        return month(int(year), 3 * int(part[1]) - 2, 3)
    if len(part) == 2:
        return month(int(year), int(part))
    day = date.fromisoformat(text)
    return Span(day, day)


def written_as(span: Span) -> str:
    if span.first == span.last:
        return span.first.isoformat()
    for unit, mark in (('years', ''), ('halves', 'H'), ('quarters', 'Q'), ('months', '')):
        parts = split(span, unit)
        if parts and len(parts) == 1:
            number = (span.first.month - 1) // MONTHS_OF[unit] + 1
            return f'{span.first.year}' + ('' if unit == 'years' else f'-{mark}{number}' if mark else f'-{number:02}')
    if split(span, 'years'):
        return f'{span.first.year}/{span.last.year}'
    if whole_months(span):
        return f'{span.first:%Y-%m}/{span.last:%Y-%m}'
    return f'{span.first}/{span.last}'
