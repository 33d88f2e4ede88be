//! `cargo run --example mask -- FILE`: what would leave the device, as JSON
//! `{text, items[{kind, text, placeholder}]}`.

use cv_review::extract::cv;
use cv_review::input::receive;
use cv_review::review::mask;

fn main() -> std::process::ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: mask FILE");
        return std::process::ExitCode::FAILURE;
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string()).and_then(|bytes| {
        let name = std::path::Path::new(&path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let raw = receive(&name, bytes).map_err(|problem| problem.to_string())?;
        cv(&raw).map_err(|problem| problem.to_string())
    });
    match read {
        Ok(cv) => {
            let masked = mask(&cv.text.text, &cv.resume, &[]);
            println!("{}", serde_json::json!({ "text": masked.text, "items": masked.items }));
            std::process::ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::FAILURE
        }
    }
}
