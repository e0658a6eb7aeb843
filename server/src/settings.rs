//! What of the settings only the rest of the service can judge.

use platform::config::CrossCheck;

/// For [`platform::config::Settings::load`].
pub const CROSS_CHECKS: [CrossCheck; 2] = [branding::problems, notifications::settings::problems];
