"""Turning a page upright: from the coordinates of the file to points from the top left corner of the page as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees
from typing import Any

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A page whose text runs at `angle` degrees (0, 90, 180 or 270, counter-clockwise) over the paper `left` to `top`."""

    angle: int
    left: float
    bottom: float
    right: float
    top: float

    @staticmethod
    def of_page(page: Any, angle: int) -> Turn:
        """The turn that makes text at `angle` run from left to right on a loaded page."""
        paper = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, paper)
        return Turn(angle, paper.left, paper.bottom, paper.right, paper.top)

    @property
    def width(self) -> float:
        """Of the upright page."""
        return self.right - self.left if self.angle in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        """Of the upright page."""
        return self.top - self.bottom if self.angle in (0, 180) else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file lies on the upright page."""
        match self.angle:
            case 0:
                return x - self.left, self.top - y
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    @property
    def start(self) -> float:
        """Where the lines of the upright page begin, as `along` measures."""
        return {0: self.left, 90: self.bottom, 180: -self.right, 270: -self.top}[self.angle]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file on the upright page: left, top, right, bottom."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def along(angle: int | None, box: Any) -> tuple[float, float]:
    """Where a rectangle of pdfium's begins and ends along a line of text at an angle, measured from the file's own origin."""
    match angle:
        case 90:
            return box.bottom, box.top
        case 180:
            return -box.right, -box.left
        case 270:
            return -box.top, -box.bottom
        case _:
            return box.left, box.right


def quarter(matrix: Any) -> int | None:
    """The angle of text under a matrix of pdfium's, None where it is no quarter turn."""
    angle = degrees(atan2(matrix.b, matrix.a))
    nearest = round(angle / 90) * 90
    return int(nearest) % 360 if abs(angle - nearest) < 3 else None
