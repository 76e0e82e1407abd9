import pytest
from flask.testing import FlaskClient

from orders import Stock
from orders.app import create_app


@pytest.fixture
def client() -> FlaskClient:
    return create_app(Stock({"APPLE": 5})).test_client()


def body(quantity: int) -> dict[str, object]:
    return {
        "number": "o-1",
        "lines": [{"sku": "APPLE", "quantity": quantity, "unit_price": "2.50"}],
    }


def test_order_is_taken_and_priced(client: FlaskClient) -> None:
    answer = client.post("/orders", json=body(2))
    assert answer.status_code == 201
    assert answer.get_json() == {"number": "o-1", "gross": "5.95"}
    assert client.get("/stock/APPLE").get_json() == {"sku": "APPLE", "left": 3}


def test_oversold_order_is_refused(client: FlaskClient) -> None:
    assert client.post("/orders", json=body(6)).status_code == 409


def test_problems_of_a_wrong_order_are_named(client: FlaskClient) -> None:
    answer = client.post("/orders", json={"number": "", "lines": []})
    assert answer.status_code == 422
    assert len(answer.get_json()["problems"]) == 2
