// Runs after all others: a page that was added and isn't looked at by the others is named here.
import { visitedRoutes, routes } from '../fixtures/routes';
import { expect, test } from '../fixtures/test';

test('every page was looked at', () => {
    const seen = visitedRoutes();
    expect(routes().length).toBeGreaterThan(25);
    expect(routes().filter((route) => !seen.has(route))).toEqual([]);
});
