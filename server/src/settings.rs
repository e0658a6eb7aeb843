//! Checks of the settings that need crates above `platform`.

use platform::config::CrossCheck;

/// The checks for [`platform::config::Settings::load`].
pub const CROSS_CHECKS: [CrossCheck; 2] = [branding::problems, notifications::settings::problems];
