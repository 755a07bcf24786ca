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
/// to the disk serves all entries that wait for it. Once it cannot be written, for whatever reason, it takes nothing more: all who wait and
/// all who come later are told why.
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
    private volatile IOException? _failure;
    private long _length;

    public Journal(string path, JournalHeader header, ICrypter crypter)
    {
        (_path, _header, _crypter) = (path, header, crypter);
        _writer = Task.Run(WriteAllAsync);
    }

    /// <summary>True once there is a file.</summary>
    public bool IsWritten => _length > 0;

    /// <exception cref="IOException">The journal cannot be written.</exception>
    public ValueTask AppendAsync(JournalEntry entry)
    {
        var written = entry.IsDurable ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        if (!_queue.Writer.TryWrite((entry, written)))
        {
            throw _failure is { } failure
                ? new IOException(failure.Message, failure)
                : new InvalidOperationException("The journal is closed.");
        }

        return written is null ? ValueTask.CompletedTask : new ValueTask(written.Task);
    }

    /// <summary>Waits for what was appended, and notes the checkpoint that holds it all: if the engine dies now, the journal is known to be
    /// done. One that could not be written is not sealed: it lacks entries, which only the checkpoint has.</summary>
    public async Task SealAsync(string checkpoint)
    {
        _queue.Writer.TryComplete();
        await _writer;
        if (_file is not null && _failure is null)
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
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                while (_queue.Reader.TryRead(out var item))
                {
                    if (item.Written is not null)
                    {
                        waiting.Add(item.Written);
                    }

                    WriteLine(json => JournalEntryJson.Write(json, item.Entry, _crypter));
                }

                if (waiting.Count > 0)
                {
                    Flush(_file ??= Create());
                    waiting.ForEach(w => w.SetResult());
                    waiting.Clear();
                }
            }
        }
        catch (Exception e)
        {
            Fail(new IOException($"the journal {_path} cannot be written: {e.Message}", e), waiting);
        }
    }

    // Nothing comes in once the queue is complete, so that nobody is left who waits for a writer that is gone.
    private void Fail(IOException failure, List<TaskCompletionSource> waiting)
    {
        _failure = failure;
        _queue.Writer.TryComplete();
        while (_queue.Reader.TryRead(out var item))
        {
            if (item.Written is not null)
            {
                waiting.Add(item.Written);
            }
        }

        waiting.ForEach(w => w.SetException(failure));
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
