"""What a job hands back, and the Markdown table that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .timing import Ratio, Samples

BEGIN, END = "<!-- benchmarks:begin -->", "<!-- benchmarks:end -->"
HEAD = ("job", "ours", "pydantic class", "plain dynaconf", "beside", "ratio", "target", "met?")
SCALES = {
    "ns": ((1e9, "s"), (1e6, "ms"), (1e3, "us"), (1, "ns")),
    "B": ((1024**2, "MiB"), (1024, "KiB"), (1, "B")),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: what was measured, and what had to come out."""

    job: str
    ours: Samples
    pydantic: Samples | None = None
    dynaconf: Samples | None = None
    beside: Samples | None = None
    beside_name: str = ""
    ratio: Ratio | None = None
    against: str = ""
    limit: float | None = None

    @property
    def met(self) -> str:
        """Say whether the target is met, by minima and by medians."""
        if self.ratio is None or self.limit is None:
            return ""
        by_minima, by_medians = self.ratio.minima <= self.limit, self.ratio.medians <= self.limit
        if by_minima == by_medians:
            return "yes" if by_minima else "no"
        return "by minima" if by_minima else "by medians"


def amount(number: float, unit: str) -> str:
    """Return a number of nanoseconds or bytes in the unit that suits its size."""
    size, name = next(
        (scale for scale in SCALES[unit] if abs(number) >= scale[0]), SCALES[unit][-1]
    )
    return f"{number / size:.3g} {name}" if number / size < 100 else f"{number / size:.0f} {name}"


def _samples(samples: Samples | None) -> str:
    if samples is None:
        return ""
    least, middle = amount(samples.minimum, samples.unit), amount(samples.median, samples.unit)
    return least if least == middle else f"{least} / {middle}"


def _beside(row: Row) -> str:
    return f"{row.beside_name} {_samples(row.beside)}" if row.beside else ""


def _ratio(ratio: Ratio | None) -> str:
    if ratio is None:
        return ""
    return f"{ratio.minima:.2f} / {ratio.medians:.2f} ({ratio.low:.2f} to {ratio.high:.2f})"


def _target(row: Row) -> str:
    return f"at most {row.limit:g} x {row.against}" if row.limit is not None else ""


def table(rows: Iterable[Row]) -> str:
    """Return the rows as one Markdown table: least / median of each, and the ratio's spread."""
    lines = [HEAD, ("---",) * len(HEAD)]
    lines += [
        (
            row.job,
            _samples(row.ours),
            _samples(row.pydantic),
            _samples(row.dynaconf),
            _beside(row),
            _ratio(row.ratio),
            _target(row),
            row.met,
        )
        for row in rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the rows as data for a JSON file."""
    return [
        {
            "job": row.job,
            "samples": {
                name: {"unit": samples.unit, "minimum": samples.minimum, "median": samples.median}
                for name, samples in (
                    ("ours", row.ours),
                    ("pydantic class", row.pydantic),
                    ("plain dynaconf", row.dynaconf),
                    (row.beside_name, row.beside),
                )
                if samples is not None
            },
            "against": row.against,
            "ratio": row.ratio
            and {
                "minima": row.ratio.minima,
                "medians": row.ratio.medians,
                "spread": [row.ratio.low, row.ratio.high],
            },
            "limit": row.limit,
            "met": row.met,
        }
        for row in rows
    ]


def write_into(page: Path, text: str) -> None:
    """Put ``text`` between the two markers of a page."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, marker, after = rest.partition(END)
    if not marker:
        raise SystemExit(f"{page.name} has no line {BEGIN} followed by {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")
