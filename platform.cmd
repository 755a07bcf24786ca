@echo off
rem Runs the embedded engine on Windows, from a folder of the repository: platform preview -s prod
rem MSBuild decides at every start what is to be built (docs/decisions/launcher.md): as right as ./platform is, and slower by that second.
dotnet run --project "%~dp0engine" -- %*
exit /b %ERRORLEVEL%
