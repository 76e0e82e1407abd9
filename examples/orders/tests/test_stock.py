from decimal import Decimal

import pytest

from orders import Line, Order, OversoldError, Stock


def order(**quantities: int) -> Order:
    lines = tuple(
        Line(sku=sku.upper(), quantity=quantity, unit_price=Decimal("1.00"))
        for sku, quantity in quantities.items()
    )
    return Order(number="o-1", lines=lines)


def test_taking_lowers_what_is_left() -> None:
    stock = Stock({"APPLE": 5})
    stock.take(order(apple=2))
    assert stock.left("APPLE") == 3


def test_oversold_order_takes_nothing() -> None:
    stock = Stock({"APPLE": 5, "PEAR": 1})
    with pytest.raises(OversoldError, match="PEAR: 2 wanted, 1 left"):
        stock.take(order(apple=2, pear=2))
    assert stock.left("APPLE") == 5


def test_lines_of_one_article_count_together() -> None:
    line = Line(sku="APPLE", quantity=3, unit_price=Decimal("1.00"))
    with pytest.raises(OversoldError):
        Stock({"APPLE": 5}).take(Order(number="o-2", lines=(line, line)))
