"""What is left."""

from collections import Counter
from threading import Lock

from orders.model import Order


class OversoldError(Exception):
    """More was asked for than is left."""

    def __init__(self, sku: str, wanted: int, left: int) -> None:
        super().__init__(f"{sku}: {wanted} wanted, {left} left")
        self.sku = sku


class Stock:
    """Quantities by article. An order is taken whole or not at all."""

    def __init__(self, quantities: dict[str, int]) -> None:
        self._quantities = Counter(quantities)
        self._lock = Lock()

    def left(self, sku: str) -> int:
        """Return how many of an article are left."""
        return self._quantities[sku]

    def take(self, order: Order) -> None:
        """Take an order's articles out; raise OversoldError when one is short."""
        wanted: Counter[str] = Counter()
        for line in order.lines:
            wanted[line.sku] += line.quantity
        with self._lock:
            for sku, quantity in wanted.items():
                if self._quantities[sku] < quantity:
                    raise OversoldError(sku, quantity, self._quantities[sku])
            self._quantities -= wanted
