using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Engine.Planning;
using Engine.State;
using Engine.Values;
using Microsoft.Win32.SafeHandles;

namespace Engine.Backend;

/// <summary>
/// The append-only file of an update: a JSON object per line. It is made when the first durable entry comes, so an update without work
/// leaves no trace; one flush
/// to the disk serves all entries that wait for it.
/// </summary>
internal sealed class Journal : IJournal, IAsyncDisposable
{
    private readonly string _path;
    private readonly JournalHeader _header;
    private readonly ICrypter _crypter;
    private readonly Channel<(JournalEntry Entry, TaskCompletionSource? Written)> _queue = Channel.CreateUnbounded<(
        JournalEntry,
        TaskCompletionSource?
    )>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Task _writer;
    private SafeFileHandle? _file;
    private long _length;

    public Journal(string path, JournalHeader header, ICrypter crypter)
    {
        (_path, _header, _crypter) = (path, header, crypter);
        _writer = Task.Run(WriteAllAsync);
    }

    /// <summary>True once there is a file.</summary>
    public bool IsWritten => _length > 0;

    public ValueTask AppendAsync(JournalEntry entry)
    {
        var written = entry.IsDurable ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        if (!_queue.Writer.TryWrite((entry, written)))
        {
            throw new InvalidOperationException("The journal is closed.");
        }

        return written is null ? ValueTask.CompletedTask : new ValueTask(written.Task);
    }

    /// <summary>Waits for what was appended, and notes the checkpoint that holds it all: if the engine dies now, the journal is known to be
    /// done.</summary>
    public async Task SealAsync(string checkpoint)
    {
        _queue.Writer.TryComplete();
        await _writer;
        if (_file is not null)
        {
            WriteLine(json =>
            {
                json.WriteStartObject();
                json.WriteString("sealed", checkpoint);
                json.WriteEndObject();
            });
            Flush(_file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _file?.Dispose();
    }

    private async Task WriteAllAsync()
    {
        var waiting = new List<TaskCompletionSource>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            try
            {
                while (_queue.Reader.TryRead(out var item))
                {
                    WriteLine(json => JournalEntryJson.Write(json, item.Entry, _crypter));
                    if (item.Written is not null)
                    {
                        waiting.Add(item.Written);
                    }
                }

                if (waiting.Count > 0)
                {
                    Flush(_file ??= Create());
                    waiting.ForEach(w => w.SetResult());
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                waiting.ForEach(w => w.SetException(e));
            }

            waiting.Clear();
        }
    }

    private SafeFileHandle Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var entries = _buffer.WrittenSpan.ToArray();
        _buffer.ResetWrittenCount();
        WriteLine(_header.Write);
        _buffer.Write(entries);
        return File.OpenHandle(_path, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_buffer, JsonValues.WriterOptions))
        {
            write(json);
        }

        _buffer.Write("\n"u8);
    }

    private void Flush(SafeFileHandle file)
    {
        RandomAccess.Write(file, _buffer.WrittenSpan, _length);
        RandomAccess.FlushToDisk(file);
        _length += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
