"""How much work a run puts into each job."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """The counts of a run; a quick one only shows that everything works."""

    quick: bool = False

    def rounds(self, full: int) -> int:
        """Return how often every subject is sampled."""
        return 2 if self.quick else full

    def loops(self, full: int) -> int:
        """Return how often one sample repeats its work."""
        return max(1, full // 100) if self.quick else full

    def sizes(self, *full: int) -> tuple[int, ...]:
        """Return the sizes of a job that grows."""
        return tuple(max(2, size // 10) for size in full) if self.quick else full
