//! `cargo run --example wire`: writes what the proxy shares with the page into
//! `functions/lib/generated/`.

use cv_review::review::schema;

fn main() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("functions/lib/generated");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("review.schema.json"), schema::json_schema())?;
    std::fs::write(folder.join("wire.ts"), schema::typescript())
}
