// Pages in Welsh, and right-to-left pages.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { continueFromTaskList, heading, clickButton, startForm } from '../fixtures/page';
import { setLanguage, t } from '../fixtures/i18n';
import { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

test.describe('in Welsh', () => {
    test.use({ locale: 'cy' });

    test('public pages, and a form page with errors', async ({ page }) => {
        setLanguage(page, 'cy');
        for (const path of ['/', '/help', '/privacy', '/accessibility', '/cookies', '/sign-in', '/create-account', '/forms/care-needs']) {
            await page.goto(path);
            await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
            await expectAccessible(page, `${path} in Welsh`, { golden: false });
        }
        await startForm(page, 'Gofyn am ofal a chymorth');
        await expectAccessible(page, 'the task list in Welsh', { golden: false });
        await continueFromTaskList(page);
        await clickButton(page, t(page, 'button-continue'));
        await expect(page).toHaveTitle(/^Gwall: /);
        await expectAccessible(page, 'a page of a form in Welsh', { golden: false });
    });
});

test('right to left', async ({ page }) => {
    const server = await Server.onFreePort({ CARE_ONLINE_LANGUAGES: 'en-GB, ar-XB' });
    try {
        await page.goto(`${server.url}/language/ar-XB?page=/`);
        await checkRtl(page, 'the home page');
        for (const path of ['/help', '/sign-in', '/create-account', '/cookies', '/design-system', '/forms/care-needs']) {
            await page.goto(`${server.url}${path}`);
            await checkRtl(page, path);
        }
        await page.locator('#start').click();
        await page.waitForURL(/\/drafts\/[^/]+$/);
        await checkRtl(page, 'the task list');
        await page.goto(`${page.url()}/your-details`);
        await page.locator('.govuk-button[name=go][value=continue]').click();
        await page.locator('#error-summary').waitFor();
        await checkRtl(page, 'a form page with errors');
        // The error border is before the text: on its right.
        const border = await page.locator('.govuk-form-group--error').first().evaluate((group) => getComputedStyle(group).borderRightWidth);
        expect.soft(border).toBe('5px');
    } finally {
        await server.remove();
    }
});

/** Expects a page to be laid out from right to left: nothing overflows, and the start of the header is on the right. */
async function checkRtl(page: Page, name: string): Promise<void> {
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(heading(page)).toBeVisible();
    await expectAccessible(page, `${name} from right to left`, { golden: false });
    const width = page.viewportSize()?.width ?? 0;
    const home = await page.locator('.care-header__home').boundingBox();
    expect.soft(home && home.x + home.width / 2, `${name}: the council's name is on the right`).toBeGreaterThan(width / 2);
}
