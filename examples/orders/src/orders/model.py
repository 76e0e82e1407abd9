"""What an order is."""

from decimal import Decimal

from pydantic import BaseModel, Field


class Line(BaseModel, frozen=True):
    """One article of an order."""

    sku: str = Field(min_length=1, max_length=40, pattern=r"^[A-Z0-9-]+$")
    quantity: int = Field(gt=0, le=10_000)
    unit_price: Decimal = Field(ge=0, decimal_places=2)


class Order(BaseModel, frozen=True):
    """What a customer asks for."""

    number: str = Field(min_length=1, max_length=40)
    lines: tuple[Line, ...] = Field(min_length=1)
    voucher: str | None = None


class Priced(BaseModel, frozen=True):
    """What an order costs."""

    net: Decimal
    discount: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """What the customer pays."""
        return self.net - self.discount + self.tax
