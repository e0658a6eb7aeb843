// Every page of the forms, on its own, with errors and without scripts, checked against WCAG 2.2 AA.
import { expectAccessible } from '../fixtures/accessibility';
import { FormFiller } from '../fixtures/form-filler';
import { clickButton, continueFromTaskList, heading, input, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';
import { checkErrors, checkPage } from './check';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const FORM = 'Ask for care and support';

test('every page of the forms, on a phone', async ({ page }) => {
    test.setTimeout(300_000);
    const checked = new Set<string>();
    const checkNew = async (h1: string) => {
        // Forms share pages. Every run checks a fifth of them, `make test-all` all.
        const isNew = !checked.has(h1);
        checked.add(h1);
        if (isNew && (process.env.TEST_ALL || checked.size % 5 === 0)) await expectAccessible(page, h1, { widths: [360] });
    };
    const careNeeds = { on_behalf: 'someone-else', has_diag: 'yes', informal: 'yes', paid_care: 'yes' };
    await startForm(page, FORM);
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 9, choose: careNeeds, onPage: checkNew }).fillUntil();
    await startForm(page, "Ask for a carer's assessment");
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 10, choose: { others_share: 'yes' }, onPage: checkNew }).fillUntil();
    expect(checked.size).toBeGreaterThan(60);
});

test('form pages with errors', async ({ page, browserErrors }) => {
    const draft = await startForm(page, FORM);
    await checkPage(page, `${draft}/check`, 'Check your answers');
    for (const slug of ['name-and-date-of-birth', 'what-is-happening', 'home-address']) {
        await page.goto(`${draft}/${slug}`);
        await checkErrors(page, slug);
    }
    await page.goto(`${draft}/your-details?check`);
    await expectAccessible(page, 'your-details with errors');

    // Add an item to a list and remove it.
    await page.goto(`${draft}/unpaid-help`);
    await page.getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await page.locator('#add-another').getByRole('button').click();
    await checkErrors(page, 'a list item');
    await input(page, 'helper_name').fill('Llŷr');
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'a list');
    await page.getByRole('link', { name: 'Remove Llŷr' }).click();
    await expect(heading(page)).toHaveText('Remove Llŷr?');
    await expectAccessible(page, 'Remove?');

    // A list within a list item.
    await page.goto(`${draft}/paid-care`);
    await page.getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await page.locator('#add-another').getByRole('button').click();
    await input(page, 'paid_agency').fill('Gofal Da');
    await page.locator('[data-question=paid_visits]').getByLabel('Yes').check();
    await clickButton(page, 'Continue');
    await expect(heading(page)).toHaveText('Visits');
    await expectAccessible(page, 'a nested list');
    await page.locator('#add-another').getByRole('button').click();
    await checkErrors(page, 'an item of a nested list');
    await page.locator('[data-question=visit_time]').getByRole('radio').first().check();
    await clickButton(page, 'Continue');
    await page.getByRole('link', { name: /^Remove / }).click();
    await expectAccessible(page, 'Remove from a nested list?');

    // The same page in two tabs.
    browserErrors.allow(/409/);
    const second = await page.context().newPage();
    await page.goto(`${draft}/about-you`);
    await second.goto(`${draft}/about-you`);
    await input(page, 'about_me').fill('One');
    await clickButton(page, 'Continue');
    await input(second, 'about_me').fill('Two');
    await clickButton(second, 'Continue');
    await expect(second.getByRole('alert')).toContainText('changed somewhere else');
    await expectAccessible(second, 'the same page in two tabs');
});

// axe can't run with JavaScript turned off. It can when the service's scripts fail to load, which gives the same page.
test('form pages whose scripts fail to load', async ({ page, browserErrors }) => {
    browserErrors.allow(/\.js|\.wasm|^script: $/);
    await page.context().route(/\.(js|wasm)$/, (route) => route.abort());
    const draft = await startForm(page, FORM);
    await expectAccessible(page, 'the task list without scripts');
    for (const slug of ['your-details', 'what-is-happening', 'home-address', 'your-savings']) {
        await page.goto(`${draft}/${slug}`);
        await expectAccessible(page, `${slug} without scripts`);
        await clickButton(page, 'Continue');
        await expectAccessible(page, `${slug} without scripts, with errors`);
    }
});
