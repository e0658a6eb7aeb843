// The island of a form page: it shows and hides questions, saves while people type, and never gets in the way.
import type { Page } from '@playwright/test';
import { waitForIsland, heading, input, clickButton, fieldErrors, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const SAVE = '**/api/drafts/save-page';

async function openPage(page: Page, slug: string): Promise<string> {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/${slug}`);
    await waitForIsland(page);
    return draft;
}

/** Keeps the island from starting, as on a slow line, until the returned function is called. */
async function holdIslandBack(page: Page): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    await page.route('**/*.wasm', async (route) => {
        await released;
        await route.continue();
    });
    return () => release();
}

const saved = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/api/drafts/save-page') && response.ok());

test('a conditional question is shown and hidden, and keeps what was typed', async ({ page }) => {
    await openPage(page, 'what-is-happening');
    const other = input(page, 'trigger_other');
    await expect(other).toBeHidden();
    await page.getByLabel('Something else', { exact: true }).check();
    await expect(other).toBeVisible();
    await other.fill('My house is cold');
    await page.getByLabel('Something else', { exact: true }).uncheck();
    await expect(other).toBeHidden();
    await page.getByLabel('Something else', { exact: true }).check();
    await expect(other).toHaveValue('My house is cold');
});

test('a question may depend on an answer on another page', async ({ page }) => {
    const draft = await openPage(page, 'your-details');
    await page.getByLabel('Phone call').check();
    await input(page, 'me_phone').fill('01632 960 001');
    await page.getByLabel('Email', { exact: true }).check();
    await clickButton(page, 'Continue');
    await page.goto(`${draft}/who-this-is-for`);
    await page.getByLabel('Myself').check();
    await clickButton(page, 'Continue');
    await page.goto(`${draft}/phone-and-gp`);
    await waitForIsland(page);
    await expect(input(page, 'p_phone')).toBeHidden();
    await expect(input(page, 'p_gp')).toBeVisible();
});

test('Enter continues from a text, a date and a radio, in the same language', async ({ page }) => {
    const draft = await openPage(page, 'name-and-date-of-birth');
    for (const field of ['p_first', 'p_dob-month']) {
        await page.goto(`${draft}/name-and-date-of-birth`);
        await waitForIsland(page);
        await page.locator(`[name="answers[${field}][]"]`).press('Enter');
        await expect(page).toHaveURL(`${draft}/name-and-date-of-birth?check`);
    }
    await page.goto(`${draft}/who-this-is-for`);
    await waitForIsland(page);
    await page.getByLabel('Myself').check();
    await page.getByLabel('Myself').press('Enter');
    await expect(page).not.toHaveURL(/who-this-is-for/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
});

test('“Any time” is exclusive', async ({ page }) => {
    const draft = await openPage(page, 'your-details');
    const saving = saved(page);
    await page.getByLabel('Phone call').check();
    await saving;
    await page.goto(`${draft}/safe-contact`);
    await waitForIsland(page);
    await page.getByLabel('Morning').check();
    await page.getByLabel('Evening').check();
    await page.getByLabel('Any time').check();
    await expect(page.getByLabel('Morning')).not.toBeChecked();
    await expect(page.getByLabel('Evening')).not.toBeChecked();
    await page.getByLabel('Afternoon').check();
    await expect(page.getByLabel('Any time')).not.toBeChecked();
});

test('what is typed is saved automatically', async ({ page }) => {
    await openPage(page, 'about-you');
    const line = page.locator('[data-saved]');
    await line.evaluate((element) => (element.textContent = 'not yet'));
    const saving = saved(page);
    await input(page, 'about_me').fill('I like the sea, ac rwy’n canu');
    await saving;
    await expect(line).toContainText(/^Saved today at \d/);
    await page.reload();
    await expect(input(page, 'about_me')).toHaveValue('I like the sea, ac rwy’n canu');
});

test('what is typed before the island starts is kept', async ({ page }) => {
    const draft = await openPage(page, 'name-and-date-of-birth');
    const release = await holdIslandBack(page);
    await page.goto(`${draft}/name-and-date-of-birth`, { waitUntil: 'commit' });
    await input(page, 'p_first').fill('Ffion');
    await input(page, 'p_dob-day').fill('3');
    await expect(page.locator('form[data-awake]')).toHaveCount(0);
    release();
    await waitForIsland(page);
    await expect(input(page, 'p_first')).toHaveValue('Ffion');
    await expect(input(page, 'p_dob-day')).toHaveValue('3');
});

test('what is selected before the island starts counts', async ({ page }) => {
    const draft = await openPage(page, 'what-is-happening');
    const release = await holdIslandBack(page);
    await page.goto(`${draft}/what-is-happening`, { waitUntil: 'commit' });
    await page.getByLabel('Something else', { exact: true }).check();
    release();
    await waitForIsland(page);
    await expect(input(page, 'trigger_other')).toBeVisible();
});

test('“Continue” during an autosave is not a conflict', async ({ page }) => {
    const draft = await openPage(page, 'about-you');
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    let autosaves = 0;
    await page.route(SAVE, async (route) => {
        const isAutosave = new URLSearchParams(route.request().postData() ?? '').get('go') === 'aside';
        if (!isAutosave) return route.continue();
        autosaves += 1;
        // Saved, but the browser hasn't had the response yet.
        const response = await route.fetch();
        await released;
        await route.fulfill({ response });
    });
    const saving = page.waitForRequest(SAVE);
    await input(page, 'about_me').fill('First');
    await saving;
    await input(page, 'about_me').fill('First and second');
    await page.getByRole('button', { name: 'Continue' }).click();
    release();
    await expect(heading(page)).not.toHaveText('More about you');
    expect(page.url()).not.toContain('changed');
    expect(autosaves).toBeGreaterThan(0);
    await page.goto(`${draft}/about-you`);
    await expect(input(page, 'about_me')).toHaveValue('First and second');
});

test('“Continue” works when autosave fails', async ({ page, browserErrors }) => {
    browserErrors.allow(/save-page/);
    const draft = await openPage(page, 'about-you');
    await page.route(SAVE, (route) => {
        const isAutosave = route.request().postData()?.includes('go=aside');
        return isAutosave ? route.abort('connectionfailed') : route.continue();
    });
    const failed = page.waitForEvent('requestfailed');
    await input(page, 'about_me').fill('The signal is poor here');
    await failed;
    await clickButton(page, 'Continue');
    await page.goto(`${draft}/about-you`);
    await expect(input(page, 'about_me')).toHaveValue('The signal is poor here');
});

test('errors are shown beside the question and in the summary, and everything typed is kept @nojs', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/name-and-date-of-birth`);
    await input(page, 'p_last').fill('O’Neil-Ŵyn <b>');
    await input(page, 'p_dob-day').fill('31');
    await input(page, 'p_dob-month').fill('feb');
    await input(page, 'p_dob-year').fill('1950');
    await clickButton(page, 'Continue');

    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary')).toBeFocused();
    expect(await fieldErrors(page)).toEqual([
        { field: 'p_first', message: 'Enter your first name' },
        { field: 'p_dob-day', message: 'Your date of birth must be a real date' },
    ]);
    await expect(page.locator('[data-question=p_first]')).toContainText('Error: Enter your first name');
    await expect(page.locator('[data-question=p_dob]')).toContainText('Error: Your date of birth must be a real date');
    await expect(input(page, 'p_first')).toHaveAccessibleDescription(/Enter your first name/);

    await page.getByRole('link', { name: 'Enter your first name' }).click();
    await expect(input(page, 'p_first')).toBeFocused();
    await page.getByRole('link', { name: 'Your date of birth must be a real date' }).click();
    await expect(input(page, 'p_dob-day')).toBeFocused();

    await expect(input(page, 'p_last')).toHaveValue('O’Neil-Ŵyn <b>');
    await expect(input(page, 'p_dob-month')).toHaveValue('feb');

    await input(page, 'p_first').fill('Siân');
    await input(page, 'p_dob-day').fill('28');
    await clickButton(page, 'Continue');
    await expect(page).not.toHaveTitle(/^Error: /);
    await expect(page).not.toHaveURL(/name-and-date-of-birth/);
});

test('an empty list is an error, which links to “Add” @nojs', async ({ page }) => {
    const draft = await startForm(page, "Ask for a carer's assessment");
    await page.goto(`${draft}/people-you-look-after`);
    await clickButton(page, 'Continue');
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByRole('link', { name: 'Add at least one person you look after' }).click();
    await expect(page.locator('#add-another')).toBeInViewport();
});

test('an urgent notice that appears is read out, and the choice says that it reveals something', async ({ page }) => {
    await openPage(page, 'cannot-wait');
    const region = page.locator('[aria-live="assertive"]');
    const notice = region.getByRole('heading', { name: 'If it cannot wait, call us now' });
    await expect(notice).toBeHidden();
    const yes = page.getByLabel('Yes', { exact: true });
    await expect(yes).toHaveAttribute('aria-expanded', 'false');
    await yes.check();
    await expect(notice).toBeVisible();
    await expect(yes).toHaveAttribute('aria-expanded', 'true');
    for (const id of (await yes.getAttribute('aria-controls'))?.split(' ') ?? []) await expect(page.locator(`#${id}`)).toBeVisible();
    await page.getByLabel('No', { exact: true }).check();
    await expect(yes).toHaveAttribute('aria-expanded', 'false');
});

test('questions that are not asked are not shown while the island loads, until something is answered', async ({ page }) => {
    const draft = await openPage(page, 'what-is-happening');
    const release = await holdIslandBack(page);
    await page.goto(`${draft}/what-is-happening`, { waitUntil: 'commit' });
    await expect(page.getByLabel('Months')).toBeVisible();
    await expect(input(page, 'trigger_other')).toBeHidden();
    await page.getByLabel('Something else', { exact: true }).check();
    await expect(input(page, 'trigger_other')).toBeVisible();
    release();
    await waitForIsland(page);
    await expect(input(page, 'trigger_other')).toBeVisible();
});

test('the saved line is empty until something is saved, and saving is announced once', async ({ page }) => {
    await openPage(page, 'about-you');
    const [line, announced] = [page.locator('[data-saved]'), page.locator('[data-announce]')];
    await expect(line).toHaveText('');
    let saving = saved(page);
    await input(page, 'about_me').fill('I like the sea');
    await saving;
    await expect(announced).toHaveText(/^Saved today at \d/);
    await announced.evaluate((element) => (element.textContent = ''));
    saving = saved(page);
    await input(page, 'about_me').fill('I like the sea and the hills');
    await saving;
    await expect(line).toHaveText(/^Saved today at \d/);
    await expect(announced).toHaveText('');
});

test('printing shows all of a long answer', async ({ page }) => {
    await openPage(page, 'about-you');
    const lines = Array.from({ length: 40 }, (_, number) => `Line ${number + 1} of what I have to say`).join('\n');
    await input(page, 'about_me').fill(lines);
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('[data-print-of="about_me"]');
    await expect(printed).toBeVisible();
    expect(await printed.innerText()).toContain('Line 40 of what I have to say');
    await expect(input(page, 'about_me')).toBeHidden();
});
