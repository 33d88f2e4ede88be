//! How the proxy is doing.

use serde::{Deserialize, Serialize};

/// The part of `GET /api/health` that the status page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    pub status: String,
    pub database: String,
    pub feature: bool,
    pub providers: Vec<ProviderHealth>,
    pub quota: Option<Quota>,
    pub version: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderHealth {
    pub provider: String,
    pub configured: bool,
    pub healthy: bool,
}

/// AI reviews of this client today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub limit: u32,
    pub remaining: u32,
}
