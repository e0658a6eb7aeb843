// Somebody is halfway through a form when the council publishes another version of it, while the service runs.
import { expectAccessible } from '../fixtures/accessibility';
import { input, clickButton } from '../fixtures/page';
import { FormPublisher } from '../fixtures/form-publisher';
import { expect, test } from '../fixtures/test';

let council: FormPublisher;
test.beforeEach(async () => {
    council = await FormPublisher.start();
});
test.afterEach(() => council.remove());

test('they move over, keep their answers and are asked only what is new', { tag: '@nojs-too' }, async ({ page, javaScriptEnabled }) => {
    const draft = await council.openChangedDraft(page);
    const main = page.getByRole('main');
    for (const told of ['We can now help with shoes.', 'A new page: “Your shoes”', 'now says “How far can you walk now?”', 'We keep one of your answers.']) {
        await expect(main).toContainText(told);
    }
    if (javaScriptEnabled) await expectAccessible(page, 'a form that has changed');
    await clickButton(page, 'Use the new form');
    await expect(page.getByText('1 of 3 pages done')).toBeVisible();
    await page.goto(`${draft}/far`);
    await expect(input(page, 'far')).toHaveValue('To the gate');
    await expect(page.getByLabel('How far can you walk now?')).toBeVisible();
});

test('they go on with the old one', async ({ page }) => {
    const draft = await council.openChangedDraft(page);
    await clickButton(page, 'Go on with the old form');
    await expect(page.getByText('1 of 2 pages done')).toBeVisible();
    await expect(page.getByText('This form has changed')).toHaveCount(0);
    await page.goto(`${draft}/far`);
    await expect(page.getByLabel('How far can you walk?')).toHaveValue('To the gate');
});
