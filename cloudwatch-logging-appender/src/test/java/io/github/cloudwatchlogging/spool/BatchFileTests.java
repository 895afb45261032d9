package io.github.cloudwatchlogging.spool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a batch file says when it is read again, whatever has become of it.
 */
class BatchFileTests {

	private static final int BATCH_BYTES = 64 * 1024;

	private static final Destination DESTINATION = new Destination("group", "größe/漢字");

	@TempDir
	private Path directory;

	private final List<String> written = new ArrayList<>();

	private Path path = Path.of("");

	private SpoolFile file = new SpoolFile(this.path, placeholder());

	private Checksum checksum = new Checksum(0);

	private int end;

	private static MappedByteBuffer placeholder() {
		return (MappedByteBuffer) ByteBuffer.allocateDirect(8);
	}

	@BeforeEach
	void createFile() throws Exception {
		this.path = this.directory.resolve("1.batch");
		this.file = newFile(this.path);
	}

	private static SpoolFile newFile(Path path) throws Exception {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return new SpoolFile(path,
					channel.map(FileChannel.MapMode.READ_WRITE, 0, BatchFileLayout.fileBytes(BATCH_BYTES)));
		}
	}

	@Test
	void givesBackWhatWasWritten() throws Exception {
		begin(1);
		append("first", "zweites €", "x".repeat(10_000), "\u0000");
		BatchFile.Usable contents = usable(load());
		assertThat(contents).isEqualTo(new BatchFile.Usable(header(1), 4, 0, null));
		assertThat(events(load(), contents)).isEqualTo(this.written);
	}

	@Test
	void holdsALongestNameInItsHeader() throws Exception {
		Destination longest = new Destination("g".repeat(512), "漢".repeat(512));
		BatchFileHeader header = new BatchFileHeader(longest, "owner", 7, 1, 1_800_000_000_000L);
		this.file.begin(header);
		this.end = BatchFileLayout.HEADER_BYTES;
		append(new Checksum(7), "event");
		assertThat(usable(load()).header()).isEqualTo(header);
	}

	@Test
	void aFileThatWasNeverUsedIsFree() throws Exception {
		assertThat(BatchFileReader.examine(load())).isEqualTo(new BatchFile.Free());
	}

	@Test
	void aFileWhoseBatchHasEndedIsFree() throws Exception {
		begin(1);
		append("delivered");
		this.file.free();
		assertThat(BatchFileReader.examine(load())).isEqualTo(new BatchFile.Free());
	}

	@Test
	void aBatchWithoutEventsIsFree() throws Exception {
		begin(1);
		assertThat(BatchFileReader.examine(load())).isEqualTo(new BatchFile.Free());
	}

	@Test
	void aBatchInAUsedFileShowsNoEventOfTheOneBefore() throws Exception {
		begin(1);
		append("older 1", "older 2", "older 3");
		this.file.free();
		begin(2);
		this.written.clear();
		append("newer 1");
		assertThat(events(load(), usable(load()))).containsExactly("newer 1");
	}

	@Test
	void remembersHowManyEventsHadEnded() throws Exception {
		begin(1);
		append("a", "b", "c");
		this.file.seal(3);
		this.file.settled(2);
		assertThat(usable(load()).settled()).isEqualTo(2);
		this.file.settled(3);
		assertThat(BatchFileReader.examine(load())).isEqualTo(new BatchFile.Free());
	}

	@Test
	void whatWasCutOffIsMissedAndTheRestIsWhole() throws Exception {
		begin(1);
		append("a", "b", "c");
		this.file.seal(3);
		byte[] cut = Arrays.copyOf(load(), this.end - 4);
		BatchFile.Usable contents = usable(cut);
		assertThat(contents.damage()).isNotNull();
		assertThat(events(cut, contents)).containsExactly("a", "b");
	}

	@Test
	void oneFlippedBitCostsOneEvent() throws Exception {
		begin(1);
		append("a", "damaged", "c");
		byte[] content = load();
		int message = BatchFileLayout.HEADER_BYTES + 2 * BatchFileLayout.RECORD_HEADER_BYTES + 4;
		content[message] ^= 1;
		BatchFile.Usable contents = usable(content);
		assertThat(contents.damage()).isNotNull();
		assertThat(events(content, contents)).containsExactly("a", "c");
	}

	@Test
	void noFlippedBitEndsTheRecordsUnnoticed() throws Exception {
		begin(1);
		append("x".repeat(64), "b");
		for (int bit = 0; bit < Integer.SIZE; bit++) {
			byte[] content = load();
			content[BatchFileLayout.HEADER_BYTES + bit / 8] ^= (byte) (1 << (bit % 8));
			assertThat(usable(content).damage()).as("bit " + bit).isNotNull();
			assertThat(events(content, usable(content))).containsExactly("b");
		}
	}

	@Test
	void whatDoesNotBeginLikeABatchFileIsUnusable() throws Exception {
		begin(1);
		append("a");
		byte[] whole = load();
		assertThat(BatchFileReader.examine(new byte[0])).isInstanceOf(BatchFile.Unusable.class);
		assertThat(BatchFileReader.examine(Arrays.copyOf(whole, 100))).isInstanceOf(BatchFile.Unusable.class);
		assertThat(BatchFileReader.examine("<html>".repeat(2_000).getBytes(StandardCharsets.UTF_8)))
			.isInstanceOf(BatchFile.Unusable.class);
		byte[] newer = whole.clone();
		newer[BatchFileLayout.VERSION_OFFSET] = 2;
		assertThat(BatchFileReader.examine(newer)).isInstanceOf(BatchFile.Unusable.class);
		byte[] otherDestination = whole.clone();
		otherDestination[BatchFileLayout.HEADER_OFFSET + 28] ^= 1;
		assertThat(BatchFileReader.examine(otherDestination)).isInstanceOf(BatchFile.Unusable.class);
	}

	@Test
	void aFileMadeToLookFullOfRecordsIsGivenUp() throws Exception {
		begin(1);
		append("a");
		byte[] content = Arrays.copyOf(load(), BatchFileReader.MOST_BYTES);
		ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		for (int offset = this.end; offset + 4 <= content.length; offset += 4) {
			buffer.putInt(offset, BatchFileLayout.MARK | 0x000F_FFFF);
		}
		assertThat(events(content, usable(content))).containsExactly("a");
	}

	@Test
	void tenThousandMutatedFilesInventNoEvent() throws Exception {
		begin(1);
		SplittableRandom random = new SplittableRandom(20261121);
		for (int event = 0; event < 200; event++) {
			append(event + " " + "x".repeat(random.nextInt(200)));
		}
		byte[] open = load();
		this.file.seal(200);
		byte[] sealed = load();
		byte[] other = otherFile();
		Set<String> everWritten = new HashSet<>(this.written);
		int usable = 0;
		for (int round = 0; round < 10_000; round++) {
			byte[] mutated = mutate(((round % 2) == 0) ? open : sealed, other, random);
			if (BatchFileReader.examine(mutated) instanceof BatchFile.Usable contents) {
				usable++;
				assertThat(everWritten).as("round " + round).containsAll(events(mutated, contents));
			}
		}
		assertThat(usable).as("files of which something was read").isBetween(2_000, 9_900);
	}

	private byte[] otherFile() throws Exception {
		SpoolFile otherFile = newFile(this.directory.resolve("2.batch"));
		otherFile.begin(new BatchFileHeader(DESTINATION, "owner", 99, 9, 1_800_000_000_000L));
		Checksum checksum = new Checksum(99);
		int offset = BatchFileLayout.HEADER_BYTES;
		for (int event = 0; event < 200; event++) {
			byte[] message = ("other " + event).getBytes(StandardCharsets.UTF_8);
			offset = otherFile.append(offset, checksum.of(event, message, 0, message.length), event,
					MessageBytes.of(message));
		}
		byte[] content = new byte[otherFile.size()];
		otherFile.read(0, content.length, content);
		return content;
	}

	private static byte[] mutate(byte[] original, byte[] other, SplittableRandom random) {
		byte[] mutated = original.clone();
		for (int times = 1 + random.nextInt(4); times > 0; times--) {
			int at = random.nextInt(mutated.length);
			// Half of the damage where it hurts: in the header and the first records.
			at = random.nextBoolean() ? at : Math.min(at, random.nextInt(8 * 1024));
			switch (random.nextInt(5)) {
				case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> Arrays.fill(mutated, at, Math.min(mutated.length, at + random.nextInt(512)), (byte) 0);
				case 2 -> mutated = splice(mutated, at, other, random);
				case 3 -> mutated = splice(mutated, at, original, random);
				default -> mutated = Arrays.copyOf(mutated, Math.max(1, at));
			}
		}
		return mutated;
	}

	/**
	 * Puts a piece of one file over, or between, what another holds.
	 */
	private static byte[] splice(byte[] content, int at, byte[] source, SplittableRandom random) {
		int from = random.nextInt(source.length);
		int length = Math.min(source.length - from, random.nextInt(2048));
		if (random.nextBoolean()) {
			int over = Math.min(length, content.length - at);
			System.arraycopy(source, from, content, at, over);
			return content;
		}
		ByteBuffer spliced = ByteBuffer.allocate(content.length + length);
		spliced.put(content, 0, at).put(source, from, length).put(content, at, content.length - at);
		return spliced.array();
	}

	private void begin(long batchNumber) {
		this.file.begin(header(batchNumber));
		this.end = BatchFileLayout.HEADER_BYTES;
		this.checksum = new Checksum(batchNumber);
	}

	private static BatchFileHeader header(long batchNumber) {
		return new BatchFileHeader(DESTINATION, "owner", batchNumber, 1, 1_800_000_000_000L);
	}

	private void append(String... messages) {
		append(this.checksum, messages);
	}

	private void append(Checksum sum, String... messages) {
		for (String message : messages) {
			byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
			long timestamp = 1_800_000_000_000L + this.written.size();
			this.end = this.file.append(this.end, sum.of(timestamp, bytes, 0, bytes.length), timestamp,
					MessageBytes.of(bytes));
			this.written.add(message);
		}
	}

	private byte[] load() throws Exception {
		return BatchFileReader.load(this.path);
	}

	private static BatchFile.Usable usable(byte[] content) {
		BatchFile contents = BatchFileReader.examine(content);
		if (contents instanceof BatchFile.Usable usable) {
			return usable;
		}
		throw new AssertionError(contents);
	}

	private static List<String> events(byte[] content, BatchFile.Usable contents) {
		List<String> events = new ArrayList<>();
		new RecordScanner(content, contents.header()).scan((timestamp, buffer, offset, length) -> events
			.add(new String(buffer, offset, length, StandardCharsets.UTF_8)));
		assertThat(events).hasSize(contents.count());
		return events;
	}

}
