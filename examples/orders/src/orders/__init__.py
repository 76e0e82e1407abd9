"""Orders: prices them, keeps stock, serves both over HTTP."""

from orders.model import Line, Order, Priced
from orders.pricing import price
from orders.stock import OversoldError, Stock

__all__ = ["Line", "Order", "OversoldError", "Priced", "Stock", "price"]
