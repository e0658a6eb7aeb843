// Escape closes an open menu of the header, and focus goes back to what opened it.
addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' && document.querySelector('details[name="care-menus"][open]');
    if (!menu) return;
    const had = menu.contains(document.activeElement);
    menu.open = false;
    if (had) menu.querySelector('summary').focus();
});
