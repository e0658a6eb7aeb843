//! The routes, read from the router itself so that none can be left out by mistake.

use app::routes::App;
use axum::Router;
use leptos_axum::generate_route_list;
use std::collections::{BTreeMap, BTreeSet};

const METHODS: [&str; 9] = ["get", "head", "delete", "options", "patch", "post", "put", "trace", "connect"];

/// Every method and path of a router.
pub fn all(router: &Router) -> BTreeSet<String> {
    let found = of_debug(&format!("{router:?}"));
    // The router's debug output may change, so check that it contains the routes known from elsewhere.
    for route in generate_route_list(App) {
        let path = axum_path(route.path());
        assert!(found.contains(&format!("GET {path}")), "{path} isn't in the router's debug output");
    }
    for (path, method) in leptos::server_fn::axum::server_fn_paths() {
        assert!(found.contains(&format!("{method} {path}")), "{method} {path} isn't in the router's debug output");
    }
    for path in ["/health/live", "/callbacks/notify"] {
        assert!(found.iter().any(|route| route.ends_with(path)), "{path} isn't in the router's debug output");
    }
    found
}

/// `/drafts/:id` in axum's notation.
fn axum_path(path: &str) -> String {
    let of = |part: &str| part.strip_prefix(':').map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"));
    path.split('/').map(of).collect::<Vec<_>>().join("/")
}

fn of_debug(printed: &str) -> BTreeSet<String> {
    // After this comes the fallback, which has a row of its own.
    let printed = printed.split(", fallback_router:").next().unwrap();
    let (routes, paths) = printed.split_once("paths: {").expect("a router prints its paths");
    let paths: BTreeMap<&str, &str> = paths
        .split("RouteId(")
        .skip(1)
        .filter_map(|entry| Some((entry.split_once(')')?.0, entry.split('"').nth(1)?)))
        .collect();
    let mut found = BTreeSet::new();
    for entry in routes.split("RouteId(").skip(1) {
        let (id, entry) = entry.split_once(')').unwrap();
        let path = without_tail(paths[id]);
        for method in METHODS.iter().filter(|method| answers(entry, method)) {
            found.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    found
}

/// Whether a route handles a method. A nested service accepts every method; it is only requested by GET.
fn answers(entry: &str, method: &str) -> bool {
    if !entry.contains("MethodRouter") {
        return method == "get";
    }
    entry.contains(&format!(" {method}: Route")) || entry.contains(&format!(" {method}: BoxedHandler"))
}

fn without_tail(path: &str) -> String {
    path.replace("{*__private__axum_nest_tail_param}", "{file}")
}
