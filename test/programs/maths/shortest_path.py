#> {'a': 0, 'c': 3, 'b': 4, 'd': 6}
import heapq
graph = {'a': {'b': 7, 'c': 3}, 'b': {'d': 2}, 'c': {'b': 1, 'd': 8}, 'd': {}}
heap, seen = [(0, 'a')], {}
while heap:
    cost, node = heapq.heappop(heap)
    if node not in seen:
        seen[node] = cost
        for other, weight in graph[node].items():
            heapq.heappush(heap, (cost + weight, other))
print(seen)
