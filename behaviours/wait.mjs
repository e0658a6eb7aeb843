// A form that takes more than a second to be sent says what the wait is for, where it has a line for that:
// <span data-wait="Sending your form…"> in a paragraph with role="status". The words take the place of others, so
// nothing on the page moves.
const LONG = 1000;

addEventListener('submit', ({ target, defaultPrevented }) => {
    const line = target.querySelector('[data-wait]');
    if (!line || defaultPrevented) return;
    const [before, look] = [line.textContent, line.parentElement.className];
    const timer = setTimeout(() => {
        line.textContent = line.dataset.wait;
        line.parentElement.className = 'care-saved care-saved--waiting';
    }, LONG);
    // Whoever comes back finds the page as it was.
    addEventListener('pagehide', () => {
        clearTimeout(timer);
        line.textContent = before;
        line.parentElement.className = look;
    }, { once: true });
});
