package io.github.cloudwatchlogging.sample.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.awaitility.Awaitility.await;

/**
 * A headless Chromium of the system, where there is one.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	static boolean isInstalled() {
		return browser().isPresent() && onPath("chromedriver").isPresent();
	}

	private static Optional<File> browser() {
		return BROWSERS.stream().map(Browser::onPath).flatMap(Optional::stream).findFirst();
	}

	private static Optional<File> onPath(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> new File(directory, program))
			.filter(File::canExecute)
			.findFirst();
	}

	/**
	 * Starts a browser that talks to this machine only.
	 * @param dark whether its user likes it dark
	 */
	static Browser start(boolean dark) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(browser().orElseThrow());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
				"--window-size=1280,860", "--force-prefers-reduced-motion");
		if (dark) {
			options.addArguments("--blink-settings=preferredColorScheme=0");
		}
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(onPath("chromedriver").orElseThrow())
			.build();
		return new Browser(new ChromeDriver(service, options));
	}

	void open(String address) {
		this.driver.get(address);
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	List<WebElement> findAll(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	void click(String selector) {
		await().atMost(PATIENCE).until(() -> find(selector).isEnabled());
		find(selector).click();
	}

	void awaitText(String selector, Predicate<String> expected) {
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> find(selector).getText(), (text) -> expected.test(text));
	}

	/**
	 * Returns the severe messages of the browser's console.
	 */
	List<String> errors() {
		return this.driver.manage()
			.logs()
			.get("browser")
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
			.map(Object::toString)
			.toList();
	}

	/**
	 * Keeps a picture of the page in {@code target/page}.
	 */
	void photograph(String name) {
		try {
			Path directory = Files.createDirectories(Path.of("target", "page"));
			Files.copy(this.driver.getScreenshotAs(OutputType.FILE).toPath(), directory.resolve(name + ".png"),
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
