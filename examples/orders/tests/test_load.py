"""Slow on purpose: many orders at once must neither lose nor invent an article."""

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from orders import Line, Order, OversoldError, Stock, price


def one(number: int) -> Order:
    line = Line(sku="APPLE", quantity=1 + number % 3, unit_price=Decimal("1.00"))
    return Order(number=f"o-{number}", lines=(line,))


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 4, 16])
def test_articles_are_neither_lost_nor_invented(workers: int) -> None:
    stock = Stock({"APPLE": 40_000})
    orders = [one(number) for number in range(30_000)]

    def attempt(order: Order) -> int:
        try:
            stock.take(order)
        except OversoldError:
            return 0
        return order.lines[0].quantity

    with ThreadPoolExecutor(workers) as pool:
        taken = sum(pool.map(attempt, orders))
    assert taken + stock.left("APPLE") == 40_000


@pytest.mark.slow
def test_gross_is_never_negative() -> None:
    chance = random.Random(7)
    for number in range(60_000):
        line = Line(
            sku="PEAR",
            quantity=chance.randint(1, 2_000),
            unit_price=Decimal(chance.randint(0, 9_999)) / 100,
        )
        voucher = chance.choice([None, "WELCOME", "SPRING"])
        order = Order(number=f"o-{number}", lines=(line,), voucher=voucher)
        assert price(order).gross >= 0


@pytest.mark.skipif(
    "ORDERS_FLAKY" not in os.environ, reason="set ORDERS_FLAKY=1 to see a flaky test"
)
def test_dispatch_is_quick() -> None:
    started = time.perf_counter_ns()
    Stock({"APPLE": 5}).take(one(1))
    assert (time.perf_counter_ns() - started) % 2 == 0
