// Runs after all others, and fails if a route was not checked by any of them.
import { visitedRoutes, routes } from '../fixtures/routes';
import { expect, test } from '../fixtures/test';

test('every route was checked', () => {
    const visited = visitedRoutes();
    expect(routes().length).toBeGreaterThan(25);
    expect(routes().filter((route) => !visited.has(route))).toEqual([]);
});
