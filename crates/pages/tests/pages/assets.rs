use polku_pages::assets;

#[test]
fn a_page_finds_its_styles_and_keeps_them_for_good() {
    let address = assets::href("polku.css");
    let asset = assets::find(address).expect("the styles");
    assert_eq!(asset.mime, "text/css; charset=utf-8");
    assert!(assets::cache_control(address).contains("immutable"));
}

#[test]
fn a_page_of_another_release_gets_todays_file_and_does_not_keep_it() {
    let old = "/assets/0000000000000000/polku.css";
    assert!(assets::find(old).is_some());
    assert_eq!(assets::cache_control(old), "no-cache");
}

#[test]
fn nothing_else_is_served() {
    for path in [
        "/assets/",
        "/assets/x/",
        "/assets/polku.css",
        "/assets/x/../Cargo.toml",
        "/polku.css",
    ] {
        assert!(assets::find(path).is_none(), "{path}");
    }
}

#[test]
fn every_asset_has_an_address_of_its_own_and_an_etag() {
    for (address, asset) in assets::all() {
        assert!(!asset.bytes.is_empty(), "{address} is empty");
        assert!(asset.etag.starts_with('"') && asset.etag.ends_with('"'));
        assert_eq!(assets::find(address).map(|found| &found.etag), Some(&asset.etag));
    }
}

/// Scripts name each other, and styles name fonts, by relative addresses under the same version.
#[test]
fn what_scripts_and_styles_name_is_served_too() {
    for (address, asset) in assets::all().filter(|(address, _)| !address.contains("/vendor/")) {
        let folder = address.rsplit_once('/').expect("assets lie in folders").0;
        let text = String::from_utf8_lossy(asset.bytes);
        let imports = text
            .lines()
            .filter_map(|line| line.split_once("from \"./"))
            .map(|(_, rest)| rest);
        let fonts = text.split("url(\"").skip(1);
        for rest in imports.chain(fonts) {
            let name = rest.split('"').next().unwrap_or_default();
            assert!(
                assets::find(&format!("{folder}/{name}")).is_some(),
                "{name} of {address}"
            );
        }
    }
}
