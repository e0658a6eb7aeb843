// The council publishes a new version of a form while somebody is halfway through it.
import { expectAccessible } from '../fixtures/accessibility';
import { input, clickButton } from '../fixtures/page';
import { FormPublisher } from '../fixtures/form-publisher';
import { expect, test } from '../fixtures/test';

let publisher: FormPublisher;
test.beforeEach(async () => {
    publisher = await FormPublisher.start();
});
test.afterEach(() => publisher.remove());

test('a draft moves to the new version, keeps its answers and asks only what is new', { tag: '@nojs-too' }, async ({ page, javaScriptEnabled }) => {
    const draft = await publisher.openChangedDraft(page);
    const main = page.getByRole('main');
    for (const text of ['We can now help with shoes.', 'A new page: “Your shoes”', 'now says “How far can you walk now?”', "We'll keep one of your answers."]) {
        await expect(main).toContainText(text);
    }
    if (javaScriptEnabled) await expectAccessible(page, 'a form that has changed');
    await clickButton(page, 'Use the new form');
    await expect(page.getByText('1 of 3 pages done')).toBeVisible();
    await page.goto(`${draft}/far`);
    await expect(input(page, 'far')).toHaveValue('To the gate');
    await expect(page.getByLabel('How far can you walk now?')).toBeVisible();
});

test('a draft continues with the old version', async ({ page }) => {
    const draft = await publisher.openChangedDraft(page);
    await clickButton(page, 'Carry on with the old form');
    await expect(page.getByText('1 of 2 pages done')).toBeVisible();
    await expect(page.getByText('This form has changed')).toHaveCount(0);
    await page.goto(`${draft}/far`);
    await expect(page.getByLabel('How far can you walk?')).toHaveValue('To the gate');
});
