from decimal import Decimal

import pytest

from orders import Line, Order, price


def order(quantity: int, unit_price: str, voucher: str | None = None) -> Order:
    line = Line(sku="APPLE", quantity=quantity, unit_price=Decimal(unit_price))
    return Order(number="o-1", lines=(line,), voucher=voucher)


@pytest.mark.parametrize(
    ("quantity", "discount"),
    [(1, "0.00"), (9, "0.00"), (10, "0.20"), (99, "1.98"), (100, "7.00"), (1_000, "120.00")],
)
def test_quantity_earns_a_discount(quantity: int, discount: str) -> None:
    assert price(order(quantity, "1.00")).discount == Decimal(discount)


def test_tax_is_on_what_is_left_after_discounts() -> None:
    priced = price(order(100, "1.00"))
    assert priced.tax == Decimal("17.67")
    assert priced.gross == Decimal("110.67")


def test_voucher_never_makes_an_order_negative() -> None:
    assert price(order(1, "3.00", "SPRING")).gross == Decimal("0.00")


def test_unknown_voucher_is_worth_nothing() -> None:
    assert price(order(1, "3.00", "NOPE")).discount == Decimal("0.00")
