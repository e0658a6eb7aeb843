//! Whether a form is filled in for somebody else, and for whom.

use super::Journey;
use crate::{definition::Page, fields::typed};

impl Journey<'_> {
    /// Whether the form is about somebody other than the person who fills it in.
    pub fn is_about_someone_else(&self) -> bool {
        self.form.someone_else.as_ref().is_some_and(|other| self.holds(&other.when))
    }

    /// The name to show on a page: that of the person the form is about, if that is somebody else and the name is known.
    /// A page about the person who fills in the form says "you", so the name would be wrong there. A page that can be left
    /// quickly doesn't show it, as somebody may be watching.
    pub fn someone_elses_name(&self, page: &Page) -> Option<String> {
        if page.about_you || page.quick_exit {
            return None;
        }
        let other = self.form.someone_else.as_ref().filter(|_| self.is_about_someone_else())?;
        let asked = other.name.iter().filter(|key| self.asks(key));
        let names = asked.map(|key| typed(&self.answers.fields, key)).filter(|name| !name.is_empty());
        let name = names.collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }
}
