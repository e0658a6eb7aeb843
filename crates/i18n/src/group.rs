//! The groups of forms on the home page.

use crate::Messages;
use form_engine::definition::HomeGroup;

impl Messages {
    /// The heading of a group on the home page.
    pub fn group(self, group: HomeGroup) -> &'static str {
        match group {
            HomeGroup::Me => self.group_me(),
            HomeGroup::Caring => self.group_caring(),
            HomeGroup::Paying => self.group_paying(),
            HomeGroup::Safe => self.group_safe(),
            HomeGroup::About => self.group_about(),
        }
    }
}
