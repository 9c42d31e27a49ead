//! Where to go next, and what is told there.

use crate::{Cookie, IntoResponse, Response, StatusCode, header};

/// Go there next, by GET.
#[must_use]
pub fn see_other(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_owned())]).into_response()
}

/// Where to go next, if it is a path of ours: `//elsewhere` would lead to another site.
#[must_use]
pub fn local_path(path: &str) -> Option<&str> {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    (ours && path.chars().all(|c| c.is_ascii_graphic())).then_some(path)
}

/// Go there next, and tell there that it is done: `key` names a text without variables.
#[must_use]
pub fn flash(path: &str, key: &'static str) -> Response {
    tell(path, "done", key)
}

/// Go there next, and tell there what is to be seen to: `key` names a text without variables.
#[must_use]
pub fn flash_warning(path: &str, key: &'static str) -> Response {
    tell(path, "warning", key)
}

fn tell(path: &str, kind: &str, key: &'static str) -> Response {
    let cookie = Cookie::Flash.set(&format!("{kind}.{key}"), Some(60));
    with_cookies(see_other(path), [cookie])
}

/// The answer with headers that set or clear cookies.
#[must_use]
pub fn with_cookies(mut response: Response, cookies: impl IntoIterator<Item = String>) -> Response {
    let values = cookies
        .into_iter()
        .filter_map(|cookie| header::HeaderValue::from_str(&cookie).ok());
    for value in values {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_ours_are_gone_to() {
        assert_eq!(local_path("/clients/1"), Some("/clients/1"));
        for elsewhere in [
            "",
            "clients",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
        ] {
            assert_eq!(local_path(elsewhere), None, "{elsewhere:?}");
        }
    }
}
