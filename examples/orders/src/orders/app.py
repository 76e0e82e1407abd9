"""The service: POST /orders takes an order, GET /stock/<sku> says what is left."""

from flask import Flask, Response, jsonify, request
from pydantic import ValidationError

from orders.model import Order
from orders.pricing import price
from orders.stock import OversoldError, Stock


def create_app(stock: Stock) -> Flask:
    """Make the service over a stock."""
    app = Flask("orders")

    @app.post("/orders")
    def take_order() -> tuple[Response, int]:
        try:
            order = Order.model_validate_json(request.get_data())
            stock.take(order)
        except ValidationError as error:
            return jsonify(problems=error.errors(include_url=False, include_input=False)), 422
        except OversoldError as error:
            return jsonify(problem=str(error)), 409
        priced = price(order)
        return jsonify(number=order.number, gross=str(priced.gross)), 201

    @app.get("/stock/<sku>")
    def left(sku: str) -> Response:
        return jsonify(sku=sku, left=stock.left(sku))

    return app


def main() -> None:
    """Serve on the loopback address."""
    create_app(Stock({"APPLE": 500, "PEAR": 20})).run(host="127.0.0.1", port=8080)
