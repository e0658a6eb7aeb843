//! Whether a form is filled in for somebody else, and for whom.

use super::Journey;
use crate::fields::typed;

impl Journey<'_> {
    /// Whether the form is about somebody other than the person who fills it in.
    pub fn is_about_someone_else(&self) -> bool {
        self.form.someone_else.as_ref().is_some_and(|other| self.holds(&other.when))
    }

    /// The name of the person that the form is about, if that is somebody else and the name is known.
    pub fn someone_elses_name(&self) -> Option<String> {
        let other = self.form.someone_else.as_ref().filter(|_| self.is_about_someone_else())?;
        let asked = other.name.iter().filter(|key| self.asks(key));
        let names = asked.map(|key| typed(&self.answers.fields, key)).filter(|name| !name.is_empty());
        let name = names.collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }
}
