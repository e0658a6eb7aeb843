// The same page open twice: neither answer is lost, and nobody is overruled in silence.
import type { Page } from '@playwright/test';
import { heading, input, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const HERE = 'Typed in the second tab';
const THERE = 'Typed in the first tab';

test.beforeEach(({ browserErrors }) => {
    // A tab that is behind is told so when it saves on the side.
    browserErrors.allow(/409/);
});

async function twoTabsDiffer(first: Page): Promise<{ second: Page; path: string }> {
    const draft = await startForm(first, 'Ask for care and support');
    const path = `${draft}/about-you`;
    const second = await first.context().newPage();
    await first.goto(path);
    await second.goto(path);
    await input(first, 'about_me').fill(THERE);
    await clickButton(first, 'Continue');
    await input(second, 'about_me').fill(HERE);
    await clickButton(second, 'Continue');
    await expect(second).toHaveURL(`${path}?changed`);
    await expect(second.getByRole('alert')).toContainText('These answers were changed somewhere else');
    await expect(second.getByRole('alert')).toContainText(THERE);
    await expect(input(second, 'about_me')).toHaveValue(HERE);
    return { second, path };
}

test('both answers are shown, and the newer can be taken @nojs', async ({ page }) => {
    const { second, path } = await twoTabsDiffer(page);
    await clickButton(second, 'Continue');
    await expect(heading(second)).not.toHaveText('More about you');
    await second.goto(path);
    await expect(input(second, 'about_me')).toHaveValue(HERE);
});

test('both answers are shown, and the saved one can be kept @nojs', async ({ page }) => {
    const { second } = await twoTabsDiffer(page);
    await clickButton(second, 'Keep the saved answers');
    await expect(second.getByRole('alert')).toHaveCount(0);
    await expect(input(second, 'about_me')).toHaveValue(THERE);
});

test('two tabs on different pages do not disturb each other @nojs', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const second = await page.context().newPage();
    await page.goto(`${draft}/about-you`);
    await second.goto(`${draft}/falls`);
    await input(page, 'about_me').fill(THERE);
    await clickButton(page, 'Continue');
    await second.getByLabel('I have not fallen').check();
    await clickButton(second, 'Continue');
    await expect(heading(second)).not.toHaveText('Falls');
    await page.goto(`${draft}/check`);
    await expect(page.getByRole('main')).toContainText(THERE);
    await expect(page.getByRole('main')).toContainText('I have not fallen');
});
