#> Item(name='a', price=3, tags=[]) {'name': 'x', 'price': 0, 'tags': []} Color.RED
from dataclasses import asdict, dataclass, field
from enum import Enum
class Color(Enum):
    RED = 1
@dataclass(order=True)
class Item:
    name: str
    price: float = 0
    tags: list[str] = field(default_factory=list)
print(sorted([Item('b', 2), Item('a', 3)])[0], asdict(Item('x')), Color.RED)
