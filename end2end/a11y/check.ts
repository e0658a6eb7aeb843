// Checks a page against WCAG 2.2 AA as far as it can be automated.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { clickButton, heading } from '../fixtures/page';
import { expect } from '../fixtures/test';

/** Opens a page and checks it. `state` distinguishes different states of the same path. */
export async function checkPage(page: Page, path: string, h1: string, state = '', golden = true): Promise<void> {
    await page.goto(path);
    await expect(heading(page)).toHaveText(h1);
    await expectAccessible(page, `${path} ${state}`, { golden });
}

/** Sends the open page without answers and checks it with every error. */
export async function checkErrors(page: Page, name: string): Promise<void> {
    await clickButton(page, 'Continue');
    await expect(page).toHaveTitle(/^Error: /);
    await expectAccessible(page, `${name} with errors`);
}
