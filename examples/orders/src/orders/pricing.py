"""What an order costs."""

from decimal import ROUND_HALF_UP, Decimal

from orders.model import Order, Priced

TAX_RATE = Decimal("0.19")
QUANTITY_STEPS = ((1_000, Decimal("0.12")), (100, Decimal("0.07")), (10, Decimal("0.02")))
VOUCHERS = {"WELCOME": Decimal("5.00"), "SPRING": Decimal("12.50")}

CENT = Decimal("0.01")


def rounded(amount: Decimal) -> Decimal:
    """Round to cents, half up, as invoices do."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def quantity_rate(quantity: int) -> Decimal:
    """Return the discount rate that a quantity earns."""
    for threshold, rate in QUANTITY_STEPS:
        if quantity >= threshold:
            return rate
    return Decimal(0)


def price(order: Order) -> Priced:
    """Price an order: quantity discounts first, then one voucher, then tax."""
    net = sum((line.unit_price * line.quantity for line in order.lines), Decimal(0))
    discount = sum(
        (line.unit_price * line.quantity * quantity_rate(line.quantity) for line in order.lines),
        Decimal(0),
    )
    if order.voucher is not None:
        discount += min(VOUCHERS.get(order.voucher, Decimal(0)), net - discount)
    net, discount = rounded(net), rounded(discount)
    return Priced(net=net, discount=discount, tax=rounded((net - discount) * TAX_RATE))
