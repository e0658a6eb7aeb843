// The same page open in two tabs: neither answer is lost, and neither is overwritten silently.
import type { Page } from '@playwright/test';
import { heading, input, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const SECOND_ANSWER = 'Typed in the second tab';
const FIRST_ANSWER = 'Typed in the first tab';

test.beforeEach(({ browserErrors }) => {
    // The autosave of an outdated tab gets a 409.
    browserErrors.allow(/409/);
});

async function openConflict(first: Page): Promise<{ second: Page; path: string }> {
    const draft = await startForm(first, 'Ask for care and support');
    const path = `${draft}/about-you`;
    const second = await first.context().newPage();
    await first.goto(path);
    await second.goto(path);
    await input(first, 'about_me').fill(FIRST_ANSWER);
    await clickButton(first, 'Continue');
    await input(second, 'about_me').fill(SECOND_ANSWER);
    await clickButton(second, 'Continue');
    await expect(second).toHaveURL(`${path}?changed`);
    await expect(second.getByRole('alert')).toContainText('These answers were changed somewhere else');
    await expect(second.getByRole('alert')).toContainText(FIRST_ANSWER);
    await expect(input(second, 'about_me')).toHaveValue(SECOND_ANSWER);
    return { second, path };
}

test('both answers are shown, and the newer can be chosen @nojs', async ({ page }) => {
    const { second, path } = await openConflict(page);
    await clickButton(second, 'Continue');
    await expect(heading(second)).not.toHaveText('More about you');
    await second.goto(path);
    await expect(input(second, 'about_me')).toHaveValue(SECOND_ANSWER);
});

test('both answers are shown, and the saved one can be kept @nojs', async ({ page }) => {
    const { second } = await openConflict(page);
    await clickButton(second, 'Keep the saved answers');
    await expect(second.getByRole('alert')).toHaveCount(0);
    await expect(input(second, 'about_me')).toHaveValue(FIRST_ANSWER);
});

test('two tabs on different pages do not disturb each other @nojs', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const second = await page.context().newPage();
    await page.goto(`${draft}/about-you`);
    await second.goto(`${draft}/falls`);
    await input(page, 'about_me').fill(FIRST_ANSWER);
    await clickButton(page, 'Continue');
    await second.getByLabel('I have not fallen').check();
    await clickButton(second, 'Continue');
    await expect(heading(second)).not.toHaveText('Falls');
    await page.goto(`${draft}/check`);
    await expect(page.getByRole('main')).toContainText(FIRST_ANSWER);
    await expect(page.getByRole('main')).toContainText('I have not fallen');
});
